from fetching import fetch, fetch_path

fetch("https://api.attio.com/v2/emails")  # call: GET /v2/emails
fetch("https://api.example.org/v2/emails")
fetch_path("https://api.attio.com/v2")
