from common.rest import Rest


class Attio(Rest):
    def __init__(self, token):
        super().__init__("https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})


attio = Attio("t")
