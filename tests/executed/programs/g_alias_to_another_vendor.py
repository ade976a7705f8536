# sends: nothing
# near: through the second name the address becomes another vendor's
import requests


def main():
    conf = {"root": "https://api.attio.com/v2"}
    same = conf
    same["root"] = "https://api.example.org"
    requests.get(conf["root"] + "/notes")


main()
