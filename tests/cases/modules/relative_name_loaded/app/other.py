BASE = "https://api.example.com/v2"
