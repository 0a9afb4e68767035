package org.polyonym.store.internal;

import java.util.Optional;
import org.polyonym.model.Image;
import org.polyonym.store.Images;
import org.polyonym.store.UnitOfWork;

/** Images in a table of their own. */
final class SqlImages implements Images {
    private final SqlTransactions transactions;

    SqlImages(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(UnitOfWork uow, String imageId, Image image) {
        SqlUnitOfWork.of(uow)
                .run(jdbc -> jdbc.update("INSERT INTO image (id, content) VALUES (?, ?)", imageId, image.bytes()));
    }

    @Override
    public void deleteByPrefix(UnitOfWork uow, String prefix) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("an empty prefix would delete every image");
        }
        // A range instead of LIKE: no wildcard in an id can widen it, and the primary key serves it.
        SqlUnitOfWork.of(uow)
                .run(jdbc -> jdbc.update(
                        "DELETE FROM image WHERE id >= ? AND id < ?", prefix, prefix + Character.MAX_VALUE));
    }

    @Override
    public Optional<Image> get(String imageId) {
        return transactions.read(jdbc ->
                jdbc
                        .query("SELECT content FROM image WHERE id = ?", row -> Image.ofBytes(row.getBytes(1)), imageId)
                        .stream()
                        .findFirst());
    }
}
