from attio_mcp.client import AttioClient, AttioError

__all__ = ["AttioClient", "AttioError"]
