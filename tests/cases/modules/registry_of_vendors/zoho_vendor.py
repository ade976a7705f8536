import requests


class Zoho:
    def get(self, path):
        return requests.get("https://www.zohoapis.com/crm/v2" + path)
