package org.polyonym.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements on one connection; every SQL error becomes a {@link StoreFault}. */
final class Jdbc {
    private final Connection connection;
    private final WriteGate gate;

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Jdbc(Connection connection, WriteGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    int update(String sql, Object... args) {
        return gate.statement(() -> {
            try (PreparedStatement statement = prepare(sql, args)) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw StoreFault.of(e);
            }
        });
    }

    /** Runs the statement once per list of arguments. */
    void batch(String sql, Collection<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        gate.statement(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            } catch (SQLException e) {
                throw StoreFault.of(e);
            }
        });
    }

    <T> List<T> query(String sql, Row<T> row, Object... args) {
        try (PreparedStatement statement = prepare(sql, args);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, args);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            if (args[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("VARCHAR", texts));
            } else {
                statement.setObject(i + 1, args[i]);
            }
        }
    }
}
