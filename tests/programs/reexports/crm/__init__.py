from ._client import Client
from ._config import TOKEN, URL as BASE_URL

client = Client(BASE_URL, TOKEN)


def fetch_object(slug):
    return client.get(f"/objects/{slug}")
