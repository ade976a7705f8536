# sends: POST /v2/lists, POST /v2/webhooks
import requests


def main():
    fs = {}
    for p in ("/webhooks", "/lists"):

        def f(p=p):
            return requests.post("https://api.attio.com/v2" + p)

        fs[p] = f
    fs["/webhooks"]()
    for g in fs.values():
        g()


main()
