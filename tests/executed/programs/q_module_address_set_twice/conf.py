BASE = "http://localhost"
