"""The base URL stands in a YAML file, under a key that says whose it is."""
import requests
import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)

requests.get(config["attio"]["base_url"] + "/objects")  # call: GET /v2/objects
requests.get(config["slack"]["base_url"] + "/objects")
requests.get(config["base_url"] + "/objects")
