HOST = "https://api.attio.com"
