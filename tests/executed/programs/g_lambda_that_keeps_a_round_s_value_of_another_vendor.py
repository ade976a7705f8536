# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    fs = {}
    for p in ("/webhooks", "/lists"):

        def f(p=p):
            return requests.post("https://api.notion.com/v2" + p)

        fs[p] = f
    fs["/webhooks"]()
    for g in fs.values():
        g()


main()
