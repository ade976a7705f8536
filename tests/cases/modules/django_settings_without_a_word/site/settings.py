CRM_URL = "https://api.attio.com/v2"
CRM = {"BASE_URL": "https://api.attio.com/v2", "TIMEOUT": 5}
OTHER_URL = "https://api.example.com/v2"
