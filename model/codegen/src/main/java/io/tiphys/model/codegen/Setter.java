package io.tiphys.model.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that set one field.
 *
 * @param self the class that has the field
 * @param method the field's name in Java
 * @param name the field's name in the schema
 * @param doc what the field is
 */
record Setter(ClassName self, String method, String name, String doc) {

    /** One value; for a list, the whole of it. */
    MethodSpec of(TypeName type, CodeBlock value) {
        return start(method, doc)
                .addParameter(type, "value")
                .addStatement("return set($S, $L)", name, value)
                .build();
    }

    /** Any number of items. */
    MethodSpec items(TypeName item, CodeBlock value) {
        return start(method, doc + " Replaces what was there.")
                .varargs()
                .addParameter(ArrayTypeName.of(item), "value")
                .addStatement("return set($S, $L)", name, value)
                .build();
    }

    /** One more item. */
    MethodSpec add(TypeName item, CodeBlock value) {
        String adder = "add" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
        return start(adder, doc + " One more behind what was there.")
                .addParameter(item, "value")
                .addStatement("return add($S, $L)", name, value)
                .build();
    }

    /** The checked value, or values, made of what an author gives. */
    CodeBlock make(String maker, String value, ValueTypes.ValueType checked) {
        return CodeBlock.of("$L($S, $L, $T::of)", maker, name, value, checked.type());
    }

    private MethodSpec.Builder start(String methodName, String text) {
        return MethodSpec.methodBuilder(methodName)
                .addJavadoc("$L", text)
                .addModifiers(Modifier.PUBLIC)
                .returns(self);
    }
}
