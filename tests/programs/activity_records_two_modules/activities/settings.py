import os

HOST = "https://api.attio.com"
VERSION = "v2"
ROOT = f"{HOST}/{VERSION}/activities"
TOKEN = os.environ["ATTIO_TOKEN"]
