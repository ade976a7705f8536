class Settings:
    ATTIO_URL = "https://proxy.example.net/crm"


settings = Settings()
