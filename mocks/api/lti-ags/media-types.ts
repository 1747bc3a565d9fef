/** Media types of LTI AGS; all of them are JSON. */
export const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json'
export const LINE_ITEMS = 'application/vnd.ims.lis.v2.lineitemcontainer+json'
export const SCORE = 'application/vnd.ims.lis.v1.score+json'
export const RESULTS = 'application/vnd.ims.lis.v2.resultcontainer+json'
