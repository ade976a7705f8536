class Settings:
    ATTIO_URL = "https://api.attio.com/v2"


settings = Settings()
