# expects nothing
from app.clients.attio import AttioClient as AttioClient
from app.clients.attio import get_client
