# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import re
import requests

B = "https://api.github.com/v2"


def repl(m):
    return requests.get(f"{B}/notes/{m.group(0)}").text


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    re.sub(r"\d+", repl, "see 12")
    re.compile("x").sub(lambda m: str(requests.post(B + "/tasks")), "axb")


main()
