from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    attio_token: str
    attio_base_url: str = "https://api.attio.com/v2"
    stripe_base_url: str = "https://api.stripe.com/v1"


settings = Settings()
