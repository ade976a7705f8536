from three import v2


def objects(method, slug, suffix="", **kwargs):
    return v2(method, f"/objects/{slug}{suffix}", **kwargs)
