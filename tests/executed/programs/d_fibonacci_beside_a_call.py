# sends: GET /v2/emails
# near: a function that calls itself twice gives a number
import requests


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    requests.get("https://api.attio.com/v2/emails", params={"offset": fib(9)})


main()
