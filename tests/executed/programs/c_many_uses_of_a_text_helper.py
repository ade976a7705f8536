# sends: DELETE /v2/tasks/{task_id}
# near: the helper with many uses makes texts that are printed
import requests


def say(text):
    print("attio:", text)
    return text


say("a"), say("b"), say("c"), say("d"), say("e"), say("f"), say("g"), say("h"), say("i"), say("j"), say("k"), say("l"), say("m")
say("https://api.attio.com/v2/notes"), say("n"), say("o"), say("p"), say("q"), say("r"), say("s"), say("t"), say("u"), say("v")
requests.delete("https://api.attio.com/v2/tasks/" + say("1"))
