# expects nothing
from attio_client.client import AttioClient
