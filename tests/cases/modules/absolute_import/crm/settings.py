BASE_URL = "https://api.attio.com/v2"
