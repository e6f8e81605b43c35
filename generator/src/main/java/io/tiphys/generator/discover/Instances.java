package io.tiphys.generator.discover;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Makes instances of the author's classes. */
final class Instances {
    private Instances() {}

    /** Why no instance could be made. */
    static final class NoInstanceException extends Exception {
        private static final long serialVersionUID = 1L;

        NoInstanceException(String message) {
            super(message);
        }
    }

    /** All constants of an enum, or one new instance. */
    static <T> List<T> of(Class<?> type, Class<T> as) throws NoInstanceException, InvocationTargetException {
        List<T> instances = new ArrayList<>();
        if (type.isEnum()) {
            for (Object constant : constants(type)) {
                instances.add(as.cast(constant));
            }
            if (instances.isEmpty()) {
                throw new NoInstanceException("it is an enum without constants");
            }
            return instances;
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new NoInstanceException("it is not public");
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw new NoInstanceException("it is an inner class; make it static");
        }
        try {
            instances.add(as.cast(type.getConstructor().newInstance()));
            return instances;
        } catch (NoSuchMethodException e) {
            throw new NoInstanceException("it has no public constructor without parameters");
        } catch (InstantiationException | IllegalAccessException e) {
            throw new NoInstanceException("it cannot be made: " + e.getMessage());
        }
    }

    private static Object[] constants(Class<?> type) throws InvocationTargetException {
        try {
            Object[] constants = type.getEnumConstants();
            return constants == null ? new Object[0] : constants;
        } catch (ExceptionInInitializerError e) {
            throw new InvocationTargetException(e.getCause() == null ? e : e.getCause());
        }
    }
}
