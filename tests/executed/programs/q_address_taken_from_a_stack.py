# sends: GET /v2/notes
# near: the other one of the stack is another vendor's
import requests

stack = []


def main():
    stack.append("https://api.attio.com/v2")
    requests.get(stack[-1] + "/notes")
    stack.pop()
    stack.append("https://api.hubapi.com")
    requests.get(stack[-1] + "/x")


main()
