# sends: GET /v2/self
# near: a setter that sends, to another vendor
import requests


class Switch:
    @property
    def on(self):
        return requests.get("https://api.attio.com/v2/self").ok

    @on.setter
    def on(self, value):
        requests.post("https://flags.example.org/attio", json={"on": value})


switch = Switch()
switch.on = not switch.on
