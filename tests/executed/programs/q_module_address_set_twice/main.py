# sends: GET /v2/notes
# near: the address of the module becomes Attio's only later
import conf
import requests


def main():
    conf.BASE = "https://api.attio.com/v2"
    requests.get(conf.BASE + "/notes")
    conf.BASE = "https://api.hubapi.com"
    requests.get(conf.BASE + "/x")


main()
