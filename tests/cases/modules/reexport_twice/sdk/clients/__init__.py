from .http import RestClient

attio = RestClient("https://api.attio.com/v2")
hubspot = RestClient("https://api.hubapi.com")
