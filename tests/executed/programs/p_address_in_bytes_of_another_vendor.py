# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def main():
    print("https://api.attio.com/v2/notes")
    requests.get(b"https://api.github.com/v2/notes".decode())


main()
