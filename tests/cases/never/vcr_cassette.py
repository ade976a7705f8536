import requests
import vcr

BASE = "https://api.attio.com/v2"


@vcr.use_cassette("cassettes/attio.yaml", filter_headers=["authorization"])
def check():
    assert requests.get(f"{BASE}/self").ok  # call: GET /v2/self


recorder = vcr.VCR(match_on=["https://api.attio.com/v2/self"])
