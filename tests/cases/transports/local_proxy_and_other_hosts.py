"""Hosts that look alike, or that stand before Attio's: not Attio's unless the configuration says so."""
# expects nothing
import requests

requests.get("http://localhost:8080/v2/objects")
requests.get("https://attio.example.com/v2/objects")
requests.get("https://gateway.internal/attio/v2/objects")
requests.get("https://myapi.attio.com/v2/objects")
requests.get("https://hooks.zapier.com/attio")
