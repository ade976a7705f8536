BASE = "https://api.attio.com/v2"
