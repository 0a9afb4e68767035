package org.polyonym.mid.internal;

import org.polyonym.mid.LinkColour;

/**
 * One row of the manual table.
 *
 * @param row identifier
 * @param from colour before
 * @param reasons reason codes of the colour row, with {@code |} and {@code *}
 * @param identities identity classes of the colour row
 * @param documents document classes of the colour row
 * @param finding what the authority found
 * @param result what becomes of the link
 * @param persons what the finding says of the data
 * @param letter whether the person is informed
 * @param responsibleOnly whether only the authority named in the file may apply it
 * @param source article or design decision
 */
record ManualRow(
        String row,
        LinkColour from,
        String reasons,
        String identities,
        String documents,
        String finding,
        ManualResult result,
        Persons persons,
        boolean letter,
        boolean responsibleOnly,
        String source) {
    boolean fits(LinkColour colour, ColourRow basis) {
        return from == colour
                && Cells.admits(reasons, basis.reason())
                && Cells.admits(identities, basis.identity().name())
                && Cells.admits(documents, basis.document().name());
    }
}
