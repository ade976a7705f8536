import requests


def run(jobs):
    for verb, url in jobs:
        requests.request(verb, url)


def run_one(job):
    print(job)
