API = "https://api.attio.com/v2"
