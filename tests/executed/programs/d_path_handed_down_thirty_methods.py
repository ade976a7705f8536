# sends: GET /v2/threads
import requests


class Chain:
    def step0(self, path):
        return requests.get("https://api.attio.com" + path)

    def step1(self, path):
        return self.step0(path)

    def step2(self, path):
        return self.step1(path)

    def step3(self, path):
        return self.step2(path)

    def step4(self, path):
        return self.step3(path)

    def step5(self, path):
        return self.step4(path)

    def step6(self, path):
        return self.step5(path)

    def step7(self, path):
        return self.step6(path)

    def step8(self, path):
        return self.step7(path)

    def step9(self, path):
        return self.step8(path)

    def step10(self, path):
        return self.step9(path)

    def step11(self, path):
        return self.step10(path)

    def step12(self, path):
        return self.step11(path)

    def step13(self, path):
        return self.step12(path)

    def step14(self, path):
        return self.step13(path)

    def step15(self, path):
        return self.step14(path)

    def step16(self, path):
        return self.step15(path)

    def step17(self, path):
        return self.step16(path)

    def step18(self, path):
        return self.step17(path)

    def step19(self, path):
        return self.step18(path)

    def step20(self, path):
        return self.step19(path)

    def step21(self, path):
        return self.step20(path)

    def step22(self, path):
        return self.step21(path)

    def step23(self, path):
        return self.step22(path)

    def step24(self, path):
        return self.step23(path)

    def step25(self, path):
        return self.step24(path)

    def step26(self, path):
        return self.step25(path)

    def step27(self, path):
        return self.step26(path)

    def step28(self, path):
        return self.step27(path)

    def step29(self, path):
        return self.step28(path)

    def step30(self, path):
        return self.step29(path)


def main():
    Chain().step30("/v2/threads")


main()
