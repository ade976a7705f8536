from app.clients.attio import AttioClient, attio_client

__all__ = ["AttioClient", "attio_client"]
