# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def base(p):
    return "https://api.notion.com/v2" + p


def pipe(value, *steps):
    for step in steps:
        value = step(value)
    return value


def main():
    print("https://api.attio.com/v2/notes")
    pipe("/notes", base, requests.get)
    pipe("tasks", lambda x: f"/{x}", base, requests.post)


main()
