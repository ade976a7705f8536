class Base:
    CRM_URL = "https://api.attio.com/v2"
    OTHER_URL = "https://api.example.com/v2"


class Development(Base):
    DEBUG = True


class Production(Base):
    DEBUG = False


CONFIGURATIONS = {"dev": Development, "prod": Production}
