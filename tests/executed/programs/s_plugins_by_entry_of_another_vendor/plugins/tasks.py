import requests


def run(base):
    requests.post(f"{base}/tasks")
