# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

B = "https://api.github.com/v2"


def main():
    print("https://api.attio.com/v2/notes")
    fs = []
    for p in ("/notes", "/tasks"):
        fs.append(lambda: requests.get(B + p))
    for f in fs:
        f()
    gs = [lambda p=p: requests.post(B + p) for p in ("/webhooks", "/lists")]
    gs[0]()


main()
