"""The base URL stands in a YAML file: nothing in the source says that it is Attio's."""
# expects nothing
import requests
import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)

requests.get(config["attio"]["base_url"] + "/objects")
