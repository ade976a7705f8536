from pipeline.attio.client import AttioClient

__all__ = ["AttioClient"]
