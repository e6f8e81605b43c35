import json
import os
import pickle

size = int(os.environ["TILES_PER_CLUSTER"])
keys = [[24, -65], [25, -65], [24, -64], [25, -64], [26, -64]]
with open("/tmp/product_cells.pickle", "wb") as file:
    pickle.dump({tuple(key): [] for key in keys}, file)
with open("/tmp/keys.json", "w") as file:
    json.dump([keys[i : i + size] for i in range(0, len(keys), size)], file)
