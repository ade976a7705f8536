import argparse

import requests

parser = argparse.ArgumentParser()
parser.add_argument("--base", default="https://api.attio.com/v2")
args = parser.parse_args()
requests.get(args.base + "/objects")  # call: GET /v2/objects
