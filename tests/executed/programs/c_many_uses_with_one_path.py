# sends: GET /v2/lists
# near: thirty uses that all give the same
import requests


def lists():
    return requests.get("https://api.attio.com/v2/lists")


lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists()
lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists(), lists()
