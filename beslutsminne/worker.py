"""What Dask schedulers and workers load first, so that they find the program's folders.

dask scheduler --preload beslutsminne.worker
dask worker tcp://… --nthreads 1 --preload beslutsminne.worker
"""

from __future__ import annotations

from beslutsminne.__main__ import put_folders_on_path

put_folders_on_path()
