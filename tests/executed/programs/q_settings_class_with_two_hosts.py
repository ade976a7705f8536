# sends: GET /v2/self
# near: one object of settings holds Attio's base and another vendor's, under names that both say attio
import requests


class Settings:
    attio_base = "https://api.attio.com/v2"
    attio_events = "https://events.example.org"


settings = Settings()
requests.get(settings.attio_base + "/self")
requests.post(settings.attio_events + "/notes")
