import conf
import requests


def fetch(path):
    requests.request(conf.VERB, conf.BASE + path)


def handler():
    requests.request(conf.VERB, conf.BASE + "/lists/1/entries")  # call: POST /v2/lists/{list}/entries
