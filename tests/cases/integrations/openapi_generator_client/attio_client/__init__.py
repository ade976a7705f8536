# expects nothing
from attio_client.api.lists_api import ListsApi
from attio_client.api_client import ApiClient
from attio_client.configuration import Configuration
