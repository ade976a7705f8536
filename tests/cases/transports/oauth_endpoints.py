"""OAuth: the token exchange is a known endpoint, the address of the consent page is only a link."""
import requests

AUTHORIZE = "https://app.attio.com/authorize?client_id=x&response_type=code"
print(AUTHORIZE)
requests.post("https://app.attio.com/oauth/token", data={"grant_type": "authorization_code"})  # call: POST /oauth/token
