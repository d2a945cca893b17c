// Where the sealed list lies on this device: IndexedDB of the console's origin, one record a meting. What is stored is sealed before it
// comes here (src/letters/kept-list.ts). Separate because no other screen keeps anything on a device.
import type { SealedList } from '../../../src/letters/kept-list.ts'

const NAME = 'nulmeting-brieven'
const STORE = 'lists'

/** The list of a meting on this device; null when there is none. */
export function storedList(wave: string): Promise<SealedList | null> {
  return inStore('readonly', (store) => store.get(wave) as IDBRequest<SealedList | undefined>).then((found) => found ?? null)
}

/** Keeps it, in place of what was there. */
export async function storeList(list: SealedList): Promise<void> {
  await inStore('readwrite', (store) => store.put(list, list.wave))
}

/** Removes it. What the disk itself may still hold of it is sealed. */
export async function removeList(wave: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(wave))
}

async function inStore<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await opened()
  try {
    return await new Promise<Result>((resolve, reject) => {
      // Written means on the disk: a code that the server knows and no list holds is a lost letter.
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('the list could not be stored'))
    })
  } finally {
    database.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no room on this device'))
  })
}
